using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Verksam.Ui;

/// <summary>
/// One field of a form: label, control, hint, error, and what ties them together for those who do not see.
/// Children, if any, take the control's place (a select, a textarea of its own).
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator html) : TagHelper
{
    public required ModelExpression For { get; set; }
    public required string Label { get; set; }
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";
    public string? Autocomplete { get; set; }
    public string? Inputmode { get; set; }
    public bool Required { get; set; }
    public int Rows { get; set; }
    public int Maxlength { get; set; }

    /// <summary>Choices make it a select.</summary>
    public IEnumerable<SelectListItem>? Choices { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    private string Id => TagBuilder.CreateSanitizedId(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");

    private string? Error =>
        View.ViewData.ModelState.TryGetValue(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), out var entry)
            ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label");
        label.Attributes["for"] = Id;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);
        output.Content.AppendHtml(Control());
        Say(output.Content, "hint", Hint);
        Say(output.Content, "error", Error);
    }

    private IHtmlContent Control()
    {
        var attributes = Attributes();
        if (Choices is { } choices)
            return html.GenerateSelect(View, For.ModelExplorer, null, For.Name, choices, false, attributes);
        if (Rows > 0)
            return html.GenerateTextArea(View, For.ModelExplorer, For.Name, Rows, 0, attributes);
        if (Type == "password")
            return html.GeneratePassword(View, For.ModelExplorer, For.Name, null, attributes);
        attributes["type"] = Type;
        return html.GenerateTextBox(View, For.ModelExplorer, For.Name, Value(), null, attributes);
    }

    private object? Value() => For.Model switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.############", CultureInfo.CurrentCulture), // as one writes it, whatever a database made of its zeros
        var other => other,
    };

    private Dictionary<string, object?> Attributes()
    {
        var described = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.Where(x => x is not null));
        var attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["id"] = Id };
        Put("aria-describedby", described.Length > 0 ? described : null);
        Put("aria-invalid", Error is null ? null : "true");
        Put("autocomplete", Autocomplete);
        Put("inputmode", Inputmode);
        Put("required", Required ? "required" : null);
        Put("maxlength", Maxlength > 0 ? Maxlength.ToString(CultureInfo.InvariantCulture) : null);
        return attributes;

        void Put(string name, string? value)
        {
            if (value is not null)
                attributes[name] = value;
        }
    }

    private void Say(TagHelperContent content, string kind, string? text)
    {
        if (text is null)
            return;
        var line = new TagBuilder("span");
        line.AddCssClass(kind);
        line.Attributes["id"] = $"{Id}-{kind}";
        line.InnerHtml.Append(text);
        content.AppendHtml(line);
    }
}
