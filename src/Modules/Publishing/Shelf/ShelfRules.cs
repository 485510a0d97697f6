using System.Linq.Expressions;

namespace Gongkai.Publishing;

/// <summary>收录规则的查询: rules of columns as conditions that the database understands.</summary>
internal static class ShelfRules
{
    /// <summary>One rule or another takes it in; no rule takes in nothing.</summary>
    public static Expression<Func<Document, bool>> Of(IEnumerable<DocumentRule> rules, DateOnly today) =>
        rules.Select(rule => Of(rule, today)).Aggregate((Expression<Func<Document, bool>>?)null, (all, one) => all is null ? one : Join(Expression.OrElse, all, one)) ?? (_ => false);

    /// <summary>Of the first or the second level.</summary>
    public static Expression<Func<Document, bool>> OfTopics(IReadOnlyList<string> asked)
    {
        // By the beginning of the word, not by the list of classes: what was moved in may be classed by a local variant.
        var topics = asked.ToList();
#pragma warning disable CA1310 // The database compares, and knows no culture.
        return document => topics.Any(topic => document.Topic == topic || document.Topic!.StartsWith(topic + "\\"));
#pragma warning restore CA1310
    }

    /// <summary>Repealed or expired.</summary>
    public static Expression<Func<Document, bool>> HasEnded(DateOnly today)
    {
        var (repeal, expire) = (Procedure.Repeal.Id, Procedure.Expire.Id);
        return document => document.History.Any(taken => (taken.Step == repeal || taken.Step == expire) && (taken.Effective ?? taken.On) <= today)
            || document.Versions.Any(version => version.Number == document.ShownVersion && version.ExpiresOn < today);
    }

    public static Expression<Func<Document, bool>> Not(Expression<Func<Document, bool>> condition) => Expression.Lambda<Func<Document, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static Expression<Func<Document, bool>> Of(DocumentRule rule, DateOnly today)
    {
        List<Expression<Func<Document, bool>>> asked = [];
        if (rule.IsEmpty)
            return _ => false;
        if (rule.Items.ToList() is { Count: > 0 } items)
            asked.Add(document => items.Contains(document.Article20Item!));
        if (rule.Kinds.ToList() is { Count: > 0 } kinds)
            asked.Add(document => kinds.Contains(document.Kind));
        if (rule.Topics.Count > 0)
            asked.Add(OfTopics(rule.Topics));
        if (rule.Section is { } section)
            asked.Add(document => document.Section == section);
        if (rule.Column is { } column)
            asked.Add(document => document.Column == column);
        if (rule.Ended)
            asked.Add(HasEnded(today));
        return asked.Aggregate((all, one) => Join(Expression.AndAlso, all, one));
    }

    private static Expression<Func<Document, bool>> Join(Func<Expression, Expression, Expression> how, Expression<Func<Document, bool>> one, Expression<Func<Document, bool>> other) =>
        Expression.Lambda<Func<Document, bool>>(how(one.Body, new Renamed(other.Parameters[0], one.Parameters[0]).Visit(other.Body)), one.Parameters);

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
