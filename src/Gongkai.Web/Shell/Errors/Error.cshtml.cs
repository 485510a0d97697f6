using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Shell.Errors;

/// <summary>出错页: what happened, what it means, what to do. One page for every status.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public int Status { get; private set; }

    public string Title { get; private set; } = "";

    public string Meaning { get; private set; } = "";

    public string Remedy { get; private set; } = "";

    public string? TraceId { get; private set; }

    public void OnGet(int status) => Explain(status);

    public void OnPost(int status) => Explain(status);

    public void OnPut(int status) => Explain(status);

    public void OnDelete(int status) => Explain(status);

    private void Explain(int status)
    {
        var error = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        Status = error is null ? status : Problems.StatusOf(error);
        // Somebody who types the address of an error page gets what he asked for, as a page that is not there.
        if (error is null && HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            Status = StatusCodes.Status404NotFound;

        Response.StatusCode = Status;
        if (error is not null && Status == StatusCodes.Status503ServiceUnavailable)
            Response.Headers.RetryAfter = Problems.ComeBackAfter;
        HttpContext.Items["error"] = true;
        (Title, Meaning, Remedy) = Problems.Words(Status);
        if (error is not null && Problems.MessageOf(error) is { } message)
            (Meaning, Remedy) = (message, "");
        if (Status >= 500)
            TraceId = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
    }
}
