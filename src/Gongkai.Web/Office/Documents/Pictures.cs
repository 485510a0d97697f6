using Gongkai.Publishing;

namespace Gongkai.Web.Office.Documents;

/// <summary>正文中的图片: a text names its own attachments by their public address, which opens only when it is published; inside the office the same files are read through its own door.</summary>
public static class Pictures
{
    public static string ForOffice(DocumentId id, string html) => html.Replace($"\"/documents/{id.Value}/attachments/", $"\"/office/documents/{id.Value}/attachments/", StringComparison.Ordinal);

    public static string ForPublic(DocumentId id, string html) => html.Replace($"\"/office/documents/{id.Value}/attachments/", $"\"/documents/{id.Value}/attachments/", StringComparison.Ordinal);
}
