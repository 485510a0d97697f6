using Gongkai.Web.Office.Shell;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gongkai.Web.Api;

/// <summary>办公接口的说明: which permission an operation asks for, and how files are sent, which the code reads itself.</summary>
internal sealed class OfficeDescription : IOpenApiOperationTransformer
{
    private static readonly string[] s_files = ["importDocument", "attachFile"];

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<RequiresAttribute>().FirstOrDefault() is not { } requires)
            return;
        operation.Description = $"所需权限：{requires.Permission}。{operation.Description}";
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("token", context.Document)] = [] }];
        if (s_files.Contains(operation.OperationId))
            operation.RequestBody = OneFile();
        else if (operation.OperationId == "handInMigration")
            operation.RequestBody = Form("lines", "files");
        else if (metadata.OfType<SentBody>().FirstOrDefault() is { } sent)
            operation.RequestBody = Json(await context.GetOrCreateSchemaAsync(sent.Type, parameterDescription: null, cancellationToken), sent.IsOptional);
    }

    private static OpenApiRequestBody Json(OpenApiSchema schema, bool isOptional) => new()
    {
        Required = !isOptional,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/json"] = new() { Schema = schema } },
    };

    private static OpenApiRequestBody Form(params string[] files) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = files.ToDictionary(file => file, IOpenApiSchema (_) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }, StringComparer.Ordinal) } },
        },
    };

    private static OpenApiRequestBody OneFile()
    {
        var binary = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "一个文件：multipart/form-data，或者作为正文并用 name 给出文件名。",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal) { ["file"] = binary } } },
                ["application/octet-stream"] = new() { Schema = binary },
            },
        };
    }
}
