namespace Gongkai.Data;

/// <summary>文本类型: a text of one kind (the name of a stored file, an encrypted field) that cannot be taken for another. Stored as its text.</summary>
public interface ITypedText
{
    string Value { get; }
}
