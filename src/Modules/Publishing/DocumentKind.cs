using Gongkai.Data;

namespace Gongkai.Publishing;

/// <summary>事项种类: what register a document belongs to.</summary>
public enum DocumentKind
{
    /// <summary>一般信息.</summary>
    Information,

    /// <summary>规章.</summary>
    Rules,

    /// <summary>行政规范性文件.</summary>
    NormativeDocument,

    /// <summary>政策解读.</summary>
    Interpretation,

    /// <summary>政府信息公开工作年度报告 (article 49): its file is what the report library reads.</summary>
    AnnualReport,
}

public static class DocumentKindNames
{
    extension(DocumentKind kind)
    {
        /// <summary>`normative_document`: also how a chain of review names it.</summary>
        public string Word => Words.Of(kind);

        public bool IsNormative => kind is DocumentKind.Rules or DocumentKind.NormativeDocument;

        public string Name => kind switch
        {
            DocumentKind.Information => "一般信息",
            DocumentKind.Rules => "规章",
            DocumentKind.NormativeDocument => "行政规范性文件",
            DocumentKind.Interpretation => "政策解读",
            DocumentKind.AnnualReport => "公开年报",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }
}

/// <summary>解读形式.</summary>
public enum InterpretationForm
{
    Text,
    Picture,
    Audio,
    Video,
    Ebook,
}

public static class InterpretationFormNames
{
    extension(InterpretationForm form)
    {
        public string Name => form switch
        {
            InterpretationForm.Text => "文字解读",
            InterpretationForm.Picture => "图片解读",
            InterpretationForm.Audio => "音频解读",
            InterpretationForm.Video => "视频解读",
            InterpretationForm.Ebook => "电子书解读",
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }
}

/// <summary>有效性.</summary>
public enum Validity
{
    /// <summary>有效.</summary>
    InForce,

    /// <summary>已修改.</summary>
    Amended,

    /// <summary>废止.</summary>
    Repealed,

    /// <summary>失效.</summary>
    Expired,
}

public static class ValidityNames
{
    extension(Validity validity)
    {
        public string Name => validity switch
        {
            Validity.InForce => "有效",
            Validity.Amended => "已修改",
            Validity.Repealed => "废止",
            Validity.Expired => "失效",
            _ => throw new ArgumentOutOfRangeException(nameof(validity)),
        };
    }
}
