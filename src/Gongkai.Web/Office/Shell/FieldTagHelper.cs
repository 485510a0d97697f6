using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Gongkai.Web.Office.Shell;

/// <summary>表单字段: label, hint, what is wrong, and the control with what was typed; the same shape everywhere.</summary>
[HtmlTargetElement("field", Attributes = "name,label")]
public sealed class FieldTagHelper(HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext Page { get; set; } = null!;

    public string Name { get; set; } = "";
    public string Label { get; set; } = "";
    public string? Hint { get; set; }
    public string Type { get; set; } = "text";

    /// <summary>What stands there before anybody typed.</summary>
    public object? Value { get; set; }

    /// <summary>Of a choice.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }
    public bool Optional { get; set; }

    /// <summary>May stay empty for now, not for ever.</summary>
    public bool Later { get; set; }
    public string? Autocomplete { get; set; }

    /// <summary>Lines of a text box.</summary>
    public int Rows { get; set; } = 6;

    /// <summary>Id of a list of suggestions.</summary>
    public string? List { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = Page.ViewData.ModelState.GetValueOrDefault(Name);
        // A password is typed again, never sent back.
        var typed = Type == "password" ? "" : state?.AttemptedValue ?? (Value is DateOnly day ? day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : Value?.ToString() ?? "");
        var faults = state?.Errors.Select(error => error.ErrorMessage).ToList() ?? [];
        var id = "f-" + Name.ToLowerInvariant();
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", faults.Count == 0 ? null : $"{id}-fault" }.OfType<string>());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Type == "checkbox" ? "field check" : "field");
        var common = $"id=\"{id}\" name=\"{E(Name)}\"{(described.Length == 0 ? "" : $" aria-describedby=\"{described}\"")}{(faults.Count == 0 ? "" : " aria-invalid=\"true\"")}{(Optional || Later || Type == "checkbox" ? "" : " required")}{(Autocomplete is null ? "" : $" autocomplete=\"{E(Autocomplete)}\"")}{(List is null ? "" : $" list=\"{E(List)}\"")}";
        var label = $"<label for=\"{id}\">{E(Label)}{(Optional ? "<span class=\"hint\">（选填）</span>" : Later ? "<span class=\"hint\">（公开前填写）</span>" : "")}</label>";
        var about = (Hint is null ? "" : $"<p class=\"hint\" id=\"{id}-hint\">{E(Hint)}</p>") + (faults.Count == 0 ? "" : $"<p class=\"fault\" id=\"{id}-fault\">{E(string.Join(' ', faults))}</p>");
        output.Content.SetHtmlContent(Type switch
        {
            "checkbox" => $"<input type=\"checkbox\" {common} value=\"true\"{(typed.StartsWith("true", StringComparison.OrdinalIgnoreCase) ? " checked" : "")}>{label}{about}",
            "textarea" => $"{label}{about}<textarea {common} rows=\"{Rows}\">{E(typed)}</textarea>",
            "select" => $"{label}{about}<select {common}>{string.Concat((Items ?? []).Select(item => $"<option value=\"{E(item.Value)}\"{(item.Value == typed ? " selected" : "")}>{E(item.Text)}</option>"))}</select>",
            "file" => $"{label}{about}<input type=\"file\" {common}>",
            _ => $"{label}{about}<input type=\"{E(Type)}\" {common} value=\"{E(typed)}\">",
        });
    }

    private string E(string text) => encoder.Encode(text);
}

/// <summary>错误汇总: at the top of a form, each fault with the way to its field.</summary>
[HtmlTargetElement("faults")]
public sealed class FaultsTagHelper(HtmlEncoder encoder) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext Page { get; set; } = null!;

    /// <summary>What somebody else changed meanwhile.</summary>
    public IReadOnlyList<string> Meanwhile { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = Page.ViewData.ModelState.SelectMany(field => field.Value!.Errors.Select(error => (field.Key, error.ErrorMessage))).ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "faults");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("id", "faults");
        var lines = string.Concat(faults.Select(fault => fault.Key.Length == 0
            ? $"<li>{encoder.Encode(fault.ErrorMessage)}</li>"
            : $"<li><a href=\"#f-{encoder.Encode(fault.Key.ToLowerInvariant())}\">{encoder.Encode(fault.ErrorMessage)}</a></li>"));
        var meanwhile = Meanwhile.Count == 0 ? "" : $"<p>最近的更改：</p><ul>{string.Concat(Meanwhile.Select(line => $"<li>{encoder.Encode(line)}</li>"))}</ul><p>请重新打开这一页，核对后再提交；您填写的内容还在下面。</p>";
        output.Content.SetHtmlContent($"<p class=\"signal error\">没有保存，请更正：</p><ul>{lines}</ul>{meanwhile}");
    }
}
