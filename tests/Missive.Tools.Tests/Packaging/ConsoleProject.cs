using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Packaging;

/// <summary>The project of a program outside of the repository.</summary>
internal static class ConsoleProject
{
    /// <summary>Writes it, and from where it may take packages.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">What the program is called.</param>
    /// <param name="feed">The folder with packages of our own.</param>
    /// <param name="references">What it refers to, as MSBuild items.</param>
    public static async Task WriteAsync(string folder, string name, string feed, string references)
    {
        NuGetConfiguration.Write(folder, feed);
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"{name}.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """,
            Sandbox.Token);
    }
}
