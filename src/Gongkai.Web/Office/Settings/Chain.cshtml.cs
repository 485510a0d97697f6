using Gongkai.Bodies;
using Gongkai.Data;
using Gongkai.Publishing;
using Gongkai.Reviews;
using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Office.Settings;

/// <summary>更改审查流程 of one kind: whose signatures, in which order, and what each answers for.</summary>
[Requires("review_chains.manage")]
public sealed class ChainModel(GongkaiDb db, ReviewChains chains, SetReviewChain set) : OfficePage(db)
{
    /// <summary>More signatures than any chain has; empty rows are left out.</summary>
    private const int Rows = 8;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public List<StageForm> Stages { get; set; } = [];

    /// <summary>The version of the chain that this body set for the kind, as the page was made.</summary>
    [BindProperty]
    public uint? Seen { get; set; }

    public DocumentKind Kind { get; private set; }

    /// <summary>The chain in use was set before the head of the section had to sign for the item.</summary>
    public bool LacksSectionHead { get; private set; }

    public async Task<IActionResult> OnGet(string kind)
    {
        if (!Known(kind))
            return NotFound();
        var chain = await chains.For(Me.Body, Kind.Word, Cancel);
        (Name, LacksSectionHead, Seen) = (chain.Name, !chain.AsksSectionHead, await chains.Version(Me.Body, Kind.Word, Cancel));
        Stages = [.. chain.Stages.Select(stage => new StageForm { Name = stage.Name, Role = stage.Role, IsSecrecy = stage.IsSecrecy, Gates = [.. stage.Gates] })];
        Fill();
        return Page();
    }

    public async Task<IActionResult> OnPost(string kind)
    {
        if (!Known(kind))
            return NotFound();
        var stages = Stages.Where(stage => !string.IsNullOrWhiteSpace(stage.Name)).Select((stage, i) => new ReviewStage(i + 1, stage.Name!.Trim(), stage.IsSecrecy ? Role.SecrecyReviewer : stage.Role) { IsSecrecy = stage.IsSecrecy, Gates = stage.Gates }).ToList();
        if (await Attempt(() => set.Run(Me.Body, Kind.Word, Name ?? "", stages, Me, Seen, Cancel)))
            return Then("/office/settings", $"{Kind.Name}的审查流程已更改，今后送审的按它办理。");
        Fill();
        return Page();
    }

    private bool Known(string word)
    {
        var found = Enum.GetValues<DocumentKind>().Where(kind => kind.Word == word).ToList();
        Kind = found.FirstOrDefault();
        return found.Count > 0;
    }

    private void Fill()
    {
        while (Stages.Count < Rows)
            Stages.Add(new StageForm());
    }
}

/// <summary>One row of the form.</summary>
public sealed class StageForm
{
    public string? Name { get; set; }
    public Role Role { get; set; } = Role.SectionHead;
    public bool IsSecrecy { get; set; }
    public List<Gate> Gates { get; set; } = [];
}
