namespace Missive.Codegen.Cli.Tests;

/// <summary>A small manifest in a folder of its own, with a blank and a letter beyond ASCII in its path.</summary>
internal sealed class Workspace : IDisposable
{
    /// <summary>Where the tool keeps its memory, below the folder that it runs in.</summary>
    public const string MemoryFolder = ".memory";

    public Workspace()
    {
        Root = Path.Combine(Path.GetTempPath(), $"missive codegen ü {Guid.NewGuid():N}");
        Write("manifest/library.yaml", """
            schema_version: 1
            name: library
            title: Library
            description: Books to lend.
            csharp: {namespace: Example.Library, client: LibraryClient}
            command: lib
            api: {base_url: https://library.example/v1}
            auth: {scheme: bearer, credentials: []}
            groups:
              - {name: books, title: Books, description: Books on the shelves.}
            """);
        Write("manifest/functions/books.yaml", """
            group: books
            functions:
              - name: get_book
                operation: read
                description: Get one book.
                request: GET /books/{book_id}
                parameters:
                  - {name: book_id, type: string, required: true, description: Book ID., in: path}
                response: {envelope: books, shape: object, type: Book}
                source: documented
                examples:
                  - {title: Get a book, args: {book_id: b1}}
              - name: delete_book
                operation: write
                description: Remove one book.
                request: DELETE /books/{book_id}
                parameters:
                  - {name: book_id, type: string, required: true, description: Book ID., in: path}
                source: documented
                examples:
                  - {title: Remove a book, args: {book_id: b1}}
                  - {title: Remove another, args: {book_id: b2}}
            """);
        Write("manifest/types/books.yaml", """
            types:
              - name: Book
                description: A book.
                source: documented
                fields:
                  - {name: id, type: string, description: ID.}
                  - {name: title, type: string, description: Title.}
            """);
    }

    public string Root { get; }

    public string PathOf(string path) => Path.Combine(Root, path);

    public bool Has(string path) => File.Exists(PathOf(path));

    public string Read(string path) => File.ReadAllText(PathOf(path));

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.WriteAllText(PathOf(path), text.ReplaceLineEndings("\n"));
    }

    public void Replace(string path, string old, string @new)
    {
        var text = Read(path);
        Xunit.Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, @new, StringComparison.Ordinal));
    }

    /// <summary>Every file with its content, the ones that builds leave apart.</summary>
    public Dictionary<string, string> Snapshot(string folder) => Directory.Exists(PathOf(folder))
        ? Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .ToDictionary(p => Path.GetRelativePath(Root, p).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal)
        : [];

    /// <summary>The files whose content differs between two snapshots, sorted.</summary>
    public static string[] Changed(Dictionary<string, string> before, Dictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(p => before.GetValueOrDefault(p) != after.GetValueOrDefault(p)).Order(StringComparer.Ordinal)];

    /// <summary>Adds a project that owns <c>generated/</c> and uses what is generated.</summary>
    public void AddProject(string extraProperties = "")
    {
        var repository = Command.Repository.Replace('\\', '/');
        Write("app/app.csproj", $$"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{{repository}}/build/Missive.Codegen.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MissiveManifestDirectory>$(MSBuildThisFileDirectory)../manifest</MissiveManifestDirectory>
                <MissiveGeneratedDirectory>$(MSBuildThisFileDirectory)../generated</MissiveGeneratedDirectory>
                {{extraProperties}}
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{{repository}}/runtime/Missive.Codegen.Runtime/Missive.Codegen.Runtime.csproj" />
              </ItemGroup>
              <Import Project="{{repository}}/build/Missive.Codegen.targets" />
            </Project>
            """);
        WriteUses();
    }

    /// <summary>Adds the same project as one outside of this repository would write it: with packages, from a folder of them.</summary>
    public void AddProjectOfPackages(string feed, string version)
    {
        NuGetConfiguration.Write(Root, feed);
        Write("app/app.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <MissiveManifestDirectory>$(MSBuildThisFileDirectory)../manifest</MissiveManifestDirectory>
                <MissiveGeneratedDirectory>$(MSBuildThisFileDirectory)../generated</MissiveGeneratedDirectory>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Missive.Codegen" Version="{version}" PrivateAssets="all" />
                <PackageReference Include="Missive.Codegen.Runtime" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        WriteUses();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void WriteUses() => Write("app/Uses.cs", """
        using Example.Library;
        public static class Uses { public static string Of(LibraryClient client) => new GetBookArguments { BookId = "b1" }.BookId + client.Books; }
        """);
}
