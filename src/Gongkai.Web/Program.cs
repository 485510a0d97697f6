using Gongkai.Web.Api;
using Gongkai.Web.Office;
using Gongkai.Web.Office.Documents;
using Gongkai.Web.Office.MyAccount;
using Gongkai.Web.Portal;
using Gongkai.Web.Portal.Frame;
using Gongkai.Web.Shell;

var builder = WebApplication.CreateBuilder(args);

builder.AddShell();
builder.Services.AddPortal();
builder.AddOffice();
builder.Services.AddApi();

var app = builder.Build();

app.UseForwardedVisitors();
app.UseMiddleware<HostGate>();
app.UsePageCache();
app.UseShell();
app.MapShell();
app.MapPortal();
app.MapPasskeys();
app.MapAttachments();
app.MapApi();

app.Run();

/// <summary>The site, named so that tests can start it.</summary>
public partial class Program;
