using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Verksam.Tests.House;

/// <summary>What a form would send, as it stands and as one fills it in. A field that the page does not have cannot be filled in.</summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Name, byte[] Content)> _files = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, string>> _ticked = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public Fields(IHtmlFormElement form, IHtmlButtonElement pressed)
    {
        foreach (var control in form.Elements.OfType<IElement>().Where(e => !string.IsNullOrEmpty(e.GetAttribute("name"))))
            Take(control, control.GetAttribute("name")!);
        if (pressed.Name is { Length: > 0 } name)
            _values[name] = pressed.Value;
    }

    public string this[string name]
    {
        get => _values.GetValueOrDefault(name, "");
        set => _values[Known(name)] = value;
    }

    public void Attach(string name, string file, byte[] content) => _files[Known(name)] = (file, content);

    /// <summary>One more of several boxes of a name.</summary>
    public void Tick(string name, string value) => _ticked.Add(KeyValuePair.Create(Known(name), value));

    /// <summary>Sends the form without the field, as a tampered browser would.</summary>
    public void Leave(string name) => _values.Remove(name);

    /// <summary>Sends a field that the page does not have.</summary>
    public void Forge(string name, string value) => _values[name] = value;

    public HttpContent Content(string? encoding)
    {
        if (encoding != "multipart/form-data")
            return new FormUrlEncodedContent(_values.Concat(_ticked));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in _values)
            content.Add(new StringContent(value), name);
        foreach (var (name, file) in _files)
            content.Add(new ByteArrayContent(file.Content), name, file.Name);
        return content;
    }

    private void Take(IElement control, string name)
    {
        _names.Add(name);
        switch (control)
        {
            case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" } or IHtmlButtonElement:
                break;
            case IHtmlInputElement input:
                _values[name] = input.Value;
                break;
            case IHtmlSelectElement select:
                _values[name] = select.Value ?? "";
                break;
            case IHtmlTextAreaElement area:
                _values[name] = area.Value;
                break;
        }
    }

    private string Known(string name) =>
        _names.Contains(name) ? name : throw new InvalidOperationException($"The form has no field {name}, only {string.Join(", ", _names)}");
}
