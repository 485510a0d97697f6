using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gongkai.AnnualReports.Checking;
using Gongkai.AnnualReports.Writing;
using Gongkai.Formats;

namespace Gongkai.Cli.Commands;

/// <summary>gongkai read: prints reports as JSON without checking them.</summary>
internal static class ReadCommand
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal, Speech speech)
    {
        var files = Arguments.Files(speech);
        var command = new Command("read", speech.Say("读出年度报告，输出JSON数组，不作检查", "Print the reports as a JSON array without checking them")) { files };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            terminal, speech, InputFiles.Of(parsed.GetRequiredValue(files), terminal.Input, ReadingLimits.Default), cancel)));
        return command;
    }

    private static int Run(Terminal terminal, Speech speech, IReadOnlyList<SourceFile> files, CancellationToken cancel)
    {
        if (files.Count == 0)
        {
            terminal.Messages.WriteLine(speech.Say("没有找到报告文件", "No report was found"));
            return ExitCode.Unreadable;
        }

        var code = ExitCode.Fine;
        using var json = new Utf8JsonWriter(terminal.Results, s_options);
        json.WriteStartArray();
        foreach (var file in Clinic.Read(files, ClinicOptions.Default, new Progress(terminal, speech, files.Count), cancel))
        {
            foreach (var report in file.Reports)
                ReportJson.ToNode(report).WriteTo(json);
            json.Flush();
            if (file.Error is null)
                continue;
            terminal.Messages.WriteLine(speech.Say($"{file.File}: 无法读取：{file.Error}", $"{file.File}: cannot be read: {file.Error}"));
            code = ExitCode.Unreadable;
        }

        json.WriteEndArray();
        return code;
    }
}
