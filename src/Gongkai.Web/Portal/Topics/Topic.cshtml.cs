using Gongkai.Publishing;
using Gongkai.Web.Portal.Bodies;
using Gongkai.Web.Portal.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Portal.Topics;

/// <summary>专题: its sections with what is public of them now; one that was withdrawn answers 410 with the reason.</summary>
public sealed class TopicModel(PortalVisit visit, TopicReader reader) : BodyPage(visit)
{
    public OpenTopic Open { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string topic)
    {
        if (await reader.Read(Body.Id, topic, Cancel) is not { } open)
            return NotFound();
        Open = open;
        if (open.Shown is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
