using Gongkai.AnnualReports.Forms;

namespace Gongkai.AnnualReports.Reading.Claims;

/// <summary>所述之事: what a figure of the running text counts.</summary>
internal enum Quantity
{
    Received,
    CarriedIn,
    Processed,
    Handled,
    CarriedOut,
    AllDone,
    Kind,
    Channel,
    Outcome,
    Review,
    Litigation,
    Remedies,
    Result,
    Documents,
    Decisions,
    AdminFee,
    ProcessingFee,
}

/// <summary>表述: one figure of the running text, understood.</summary>
internal sealed class Statement(Quantity quantity, decimal figure, Sentence sentence, int start, int end)
{
    public Quantity Quantity { get; } = quantity;

    public decimal Figure { get; } = figure;

    public Sentence Sentence { get; } = sentence;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>Kind of applicant, channel, row of the outcome, result, row of table two.</summary>
    public string Item { get; init; } = "";

    /// <summary>Kind of applicant beside an outcome, column of table two beside a row, block of table four beside a result.</summary>
    public string Other { get; init; } = "";

    public string Unit { get; init; } = "";

    public bool IsApproximate { get; init; }

    /// <summary>The sentence speaks of one office, or of a whole system, and not of what the table counts.</summary>
    public bool IsPartOnly { get; init; }

    /// <summary>A part of a figure before it (其中).</summary>
    public bool IsPart { get; init; }

    /// <summary>The figure it is a part of, where the sentence says so.</summary>
    public Statement? Whole { get; init; }

    /// <summary>Said by 未收到, 未发生 and the like.</summary>
    public bool IsZeroWord { get; init; }

    /// <summary>No verb says what was done with the requests.</summary>
    public bool IsLoose { get; init; }

    /// <summary>The text says that what was carried in is counted in.</summary>
    public bool IncludesCarriedIn { get; set; }

    /// <summary>Cells counted, joined by '+'; a word of its own for what the form has no cell for.</summary>
    public string Counts(Form? form) => string.Join('+', Paths(form));

    /// <summary>Cells counted.</summary>
    public IReadOnlyList<string> Paths(Form? form) => Quantity switch
    {
        Quantity.Received when IncludesCarriedIn => ["t3.received_new.total", "t3.carried_in.total"],
        Quantity.Received => ["t3.received_new.total"],
        Quantity.Processed => ["t3.received_new.total", "t3.carried_in.total"],
        Quantity.CarriedIn => ["t3.carried_in.total"],
        Quantity.Handled => ["t3.handled_total.total"],
        Quantity.CarriedOut or Quantity.AllDone => ["t3.carried_out.total"],
        Quantity.Kind => [.. Columns(Item).Select(column => $"t3.received_new.{column}")],
        Quantity.Outcome => [.. OutcomeRows.Of(Item, form).SelectMany(row => Columns(Other).Select(column => $"t3.{row}.{column}"))],
        Quantity.Channel => [$"channel.{Item}"],
        Quantity.Review => ["t4.review_total"],
        Quantity.Litigation => [.. Blocks(Item).Select(block => $"t4.{block}_total")],
        Quantity.Remedies => ["t4.review_total", "t4.direct_total", "t4.after_review_total"],
        Quantity.Result => [.. Blocks(Other).Select(block => $"t4.{block}_{Item}")],
        Quantity.Documents => [.. (Item == "both" ? ["rules", "normative_documents"] : new[] { Item }).Select(row => $"t2.art20_1.{row}.{Other}")],
        Quantity.Decisions => [$"t2.{(Item == "admin_licensing" ? "art20_5" : "art20_6")}.{Item}.decisions"],
        Quantity.AdminFee => ["t2.art20_8.admin_fees.fee_amount_wan"],
        _ => ["processing_fee"],
    };

    public string Rule => Quantity switch
    {
        Quantity.Received when IsZeroWord => "R054",
        Quantity.Received or Quantity.Processed => "R047",
        Quantity.CarriedIn => "R048",
        Quantity.Handled => "R049",
        Quantity.CarriedOut => "R050",
        Quantity.AllDone => "R056",
        Quantity.Channel => "R051",
        Quantity.Kind => "R052",
        Quantity.Outcome => "R053",
        Quantity.Review or Quantity.Remedies => "R057",
        Quantity.Litigation => "R058",
        Quantity.Result => "R059",
        Quantity.Documents => "R060",
        Quantity.Decisions => "R061",
        Quantity.AdminFee => "",
        _ => "R063",
    };

    public Claim ToClaim(Form? form)
    {
        var (text, place) = Sentence.ClauseAround(Start, End);
        return new Claim(text, Figure, Counts(form), place)
        {
            IsApproximate = IsApproximate,
            IsPartOnly = IsPartOnly,
            Section = Sentence.Section.Key,
            Rule = Rule.Length == 0 ? null : Rule,
        };
    }

    private static string[] Columns(string kind) => kind switch
    {
        "" => ["total"],
        "org" => ["commercial_enterprise", "research_institute", "social_welfare_org", "legal_service_org", "other_org"],
        _ => [kind],
    };

    private static string[] Blocks(string block) => block switch
    {
        "review" => ["review"],
        "direct" => ["direct"],
        "after_review" => ["after_review"],
        _ => ["direct", "after_review"],
    };
}
