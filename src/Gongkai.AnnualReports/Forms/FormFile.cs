using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gongkai.AnnualReports.Forms;

/// <summary>格式文件: an edition as its file says it.</summary>
internal sealed record FormFile(string Edition, string Name, string Notice, FormYears Years, IReadOnlyList<FormSection> Sections, IReadOnlyList<FormTable> Tables);

/// <summary>
/// Reads the files with code made when the program is built: finding out at every start how to read them takes longer than reading.
/// That code sets what a file leaves out to null, which is why lists of the form turn null into an empty list.
/// </summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FormFile))]
internal sealed partial class FormJson : JsonSerializerContext;
