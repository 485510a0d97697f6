namespace Gongkai.Data;

/// <summary>字段加密设置, `Gongkai:Protection`.</summary>
public sealed class ProtectionOptions
{
    public const string Section = "Gongkai:Protection";

    /// <summary>Master keys as `id:base64` (32 bytes), the last one current. Where none is set they lie in a key file of the data folder.</summary>
    public IList<string> MasterKeys { get; } = [];

    /// <summary>Another place for the key file, such as a mounted secret.</summary>
    public string? KeyFile { get; set; }
}
