using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Gongkai.Web.Api;

/// <summary>接口说明: title and words of the OpenAPI document.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "公开 Gongkai 接口",
            Version = "v1",
            Description = "与页面、命令行是同一套操作。年度报告接口读取、检查、转换政府信息公开工作年度报告，收到的内容只在内存中处理，不保存；其余接口供办公平台使用，凭接口令牌（Authorization: Bearer gk_…）调用。" +
                "列表分页，page 从 1 起，total 是总数；单项带 ETag，更改时可以用 If-Match 说明所依据的版本。出错时按 RFC 9457 返回中文说明，依法不可办理的带 article。",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "接口令牌，在“我的账号”签发。" },
        };
        return Task.CompletedTask;
    }
}

/// <summary>提交内容的说明: the three ways to send reports, which the code reads itself.</summary>
internal sealed class UploadDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.RelativePath?.StartsWith("api/v1/reports", StringComparison.Ordinal) != true)
            return Task.CompletedTask;

        var binary = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "一个或多个文件（multipart/form-data），或者一个文件作为正文，或者 JSON 的 name 和 text。",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = Fields(
                        ("files", new OpenApiSchema { Type = JsonSchemaType.Array, Items = binary }),
                        ("previous", binary),
                        ("level", Text("机关层级")),
                        ("rule_making_power", Text("有没有规章制定权：yes 或 no")),
                        ("published_on", new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
                        ("url", new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri" })),
                },
                ["application/json"] = new() { Schema = Fields(("name", Text("文件名")), ("text", Text("报告全文"))) },
                ["application/octet-stream"] = new() { Schema = binary },
            },
        };
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };

    private static OpenApiSchema Fields(params (string Name, OpenApiSchema Schema)[] fields) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = fields.ToDictionary(field => field.Name, IOpenApiSchema (field) => field.Schema, StringComparer.Ordinal),
    };
}
