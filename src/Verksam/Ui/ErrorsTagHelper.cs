using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Verksam.Kernel.Text;

namespace Verksam.Ui;

/// <summary>What has to be put right, at the top of a form, with a link to each field. Nothing when all is well.</summary>
[HtmlTargetElement("errors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorsTagHelper : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext View { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var wrong = View.ViewData.ModelState.Where(e => e.Value?.ValidationState == ModelValidationState.Invalid)
            .SelectMany(e => e.Value!.Errors.Select(error => (Field: e.Key, Text: error.ErrorMessage))).ToList();
        if (wrong.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "errors");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        // a plain no is about no field: there is nothing to count and nowhere to go
        if (wrong is not [{ Field: "" }])
        {
            var said = new TagBuilder("b");
            said.InnerHtml.Append(Count(wrong.Count));
            output.Content.AppendHtml(said);
        }
        output.Content.AppendHtml(List(wrong));
    }

    private string Count(int wrong)
    {
        var texts = View.HttpContext.RequestServices.GetRequiredService<Texts>();
        return texts.Capital(texts.Count("Ui.Errors", wrong));
    }

    private static TagBuilder List(List<(string Field, string Text)> wrong)
    {
        var list = new TagBuilder("ul");
        foreach (var (field, text) in wrong)
        {
            var item = new TagBuilder("li");
            var line = new TagBuilder(field.Length > 0 ? "a" : "span");
            if (field.Length > 0)
                line.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
            line.InnerHtml.Append(text);
            item.InnerHtml.AppendHtml(line);
            list.InnerHtml.AppendHtml(item);
        }
        return list;
    }
}
