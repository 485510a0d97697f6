using AngleSharp.Dom;

namespace Gongkai.Formats.Reading.Html;

/// <summary>遍历: every node below an element in document order. By index, since asking a node for its next sibling searches the whole family.</summary>
internal static class Walk
{
    /// <summary>The nodes below; of an element for which <paramref name="skips"/> is true neither it nor what is in it.</summary>
    public static IEnumerable<INode> Below(INode root, Predicate<IElement>? skips = null)
    {
        var open = new Stack<(INodeList Family, int Next)>();
        open.Push((root.ChildNodes, 0));
        while (open.TryPop(out var at))
        {
            if (at.Next == at.Family.Length)
                continue;
            open.Push((at.Family, at.Next + 1));
            var node = at.Family[at.Next];
            if (node is IElement element && skips?.Invoke(element) == true)
                continue;
            yield return node;
            if (node.HasChildNodes)
                open.Push((node.ChildNodes, 0));
        }
    }

    /// <summary>The nearest of these elements, itself included.</summary>
    public static IElement? Nearest(IElement? from, HashSet<string> names)
    {
        while (from is not null && !names.Contains(from.LocalName))
            from = from.ParentElement;
        return from;
    }
}
