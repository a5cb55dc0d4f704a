using System.ComponentModel;
using System.Diagnostics;

namespace SummaryBot.Summarization.Tests;

/// <summary>Packs the library, and has a program outside the repository restore it from a folder and run the lines of its README as they stand there.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <UseAppHost>false</UseAppHost>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SummaryBot.Summarization" Version="1.0.0" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>No feed but the folder, and no package from an earlier run.</summary>
    private const string Feeds =
        """
        <configuration>
          <config><add key="globalPackagesFolder" value="restored" /></config>
          <packageSources><clear /><add key="folder" value="packed" /></packageSources>
        </configuration>
        """;

    private const string Given =
        """
        global using static Given;
        public static class Given
        {
            public static string title = "A harbor opens";
            public static string text = "The harbor of Port Alder opened on Monday. Ships came from three countries. A band played for an hour. The town paid for it. "
                + "The mayor, Ada Lind, cut a ribbon. Fish is sold there from May. The old harbor was built in 1902. It will become a park.";
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("summarybot-package").FullName;

    [Fact]
    public async Task A_program_outside_restores_the_package_and_runs_the_three_lines_of_its_readme()
    {
        var library = Path.Combine(Root(AppContext.BaseDirectory), "src", "SummaryBot.Summarization");
        var snippet = Snippet(await File.ReadAllTextAsync(Path.Combine(library, "README.md"), TestContext.Current.CancellationToken));
        Assert.Equal(3, snippet.Split('\n').Length);
        await WriteAsync(("app.csproj", Project), ("nuget.config", Feeds), ("Given.cs", Given), ("Program.cs", snippet));

        await RunAsync("pack", library, "-c", Configuration, "--no-build", "-o", Path.Combine(_folder, "packed"));
        await RunAsync("build", _folder, "-o", Path.Combine(_folder, "built"));
        var shown = await RunAsync(Path.Combine(_folder, "built", "app.dll"));

        Assert.Equal(3, shown.Trim().Split('\n').Length);
        Assert.Contains("The harbor of Port Alder opened on Monday.", shown, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static string Snippet(string readme)
    {
        var start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return readme[start..readme.IndexOf("\n```", start, StringComparison.Ordinal)];
    }

    private static string Root(string folder)
    {
        Assert.SkipWhen(Path.GetDirectoryName(folder) is null, "The repository is absent: there is nothing to pack.");
        return File.Exists(Path.Combine(folder, "SummaryBot.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
    }

    private async Task WriteAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), text, TestContext.Current.CancellationToken);
        }
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = _folder };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        try
        {
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, output);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("The command dotnet is absent.");
            throw;
        }
    }
}
