using System.Text;
using Missive.Codegen.Emit.Escaping;
using Missive.Codegen.Model;
using Missive.Codegen.Tests.Emit.Support;
using Xunit;

namespace Missive.Codegen.Tests.Emit.Hostile;

public class HostileLuaTests
{
    private const string Host = """
        local seen = {}
        local host = {
          accounts = { "work", "two words" },
          invoke = function(name, arguments, account) seen[#seen + 1] = { name, arguments, account }; return "answer of " .. name end,
          unknown = function(path) return "unknown " .. path end,
        }
        local function load(path) return assert(loadfile(path, "t"))(host) end
        local function last() return table.unpack(seen[#seen], 1, 3) end
        local function count() return #seen end

        """;

    public static TheoryData<string> Manifests => ["library", "missive", "hostile"];

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task Every_function_of_the_binding_passes_its_name_arguments_and_account_on(string name)
    {
        var manifest = Retexted.Named(name);
        var script = new List<string>();
        foreach (var function in manifest.Groups.SelectMany(g => g.Functions))
        {
            foreach (var called in function.Aliases.Select(a => a.Name).Prepend(function.Name))
            {
                var member = LuaText.Index(called);
                var expected = LuaText.Literal(function.Name);
                script.Add($$"""
                    do
                      local given = { some = 1 }
                      assert(ns{{member}}(given) == "answer of " .. {{expected}})
                      local name, arguments, account = last()
                      assert(name == {{expected}} and arguments == given and account == nil)
                      ns.default{{member}}(given)
                      assert(select(3, last()) == nil)
                      ns.work{{member}}(given)
                      assert(select(3, last()) == "work")
                      ns["two words"]{{member}}()
                      name, arguments, account = last()
                      assert(name == {{expected}} and next(arguments) == nil and account == "two words")
                      {{Positional(function, member)}}
                    end

                    """);
            }
        }

        await Run(manifest, string.Concat(script));
    }

    [Theory]
    [MemberData(nameof(Manifests))]
    public async Task Unknown_names_reach_the_host_and_nothing_else_is_a_global(string name)
    {
        var manifest = Retexted.Named(name);
        var ns = manifest.Root.Name;
        await Run(manifest, $$"""
            assert(ns.no_such_function == "unknown app.integrations.{{ns}}.no_such_function")
            assert(ns.default.no_such == "unknown app.integrations.{{ns}}.default.no_such")
            assert(ns.work.no_such == "unknown app.integrations.{{ns}}.work.no_such")
            assert(app.integrations.{{ns}} == ns)
            for key in pairs(_G) do assert(before[key] or key == "app", key) end
            """);
    }

    [Fact]
    public async Task Several_bindings_share_one_app()
    {
        using var folder = new Folder(ManifestFolder.Library.Check(), ManifestFolder.Missive.Check());
        await Programs.Run("lua5.4", ["-"], $"{Host}load({folder.Quote("lua/library.lua")})\nload({folder.Quote("lua/missive.lua")})\nassert(app.integrations.library.list_books and app.integrations.missive.list_tasks)");
    }

    [Fact]
    public async Task The_annotations_load_and_hostile_texts_are_the_same_annotations()
    {
        using var folder = new Folder(Retexted.Hostile);
        await Programs.Run("lua5.4", ["-"], $"{Host}load({folder.Quote("lua/library/library.lua")})");

        var harmless = Tags(Assert.Single(Retexted.Harmless.Render("lua-annotations")).Text);
        Assert.Equal(harmless, Tags(Assert.Single(Retexted.Hostile.Render("lua-annotations")).Text));
        Assert.All(Retexted.Beginnings, m => Assert.Equal(harmless, Tags(Assert.Single(m.Render("lua-annotations")).Text)));
    }

    [Fact]
    public async Task Luacheck_finds_nothing_in_generated_Lua()
    {
        using var folder = new Folder(Retexted.Hostile, ManifestFolder.Missive.Check());

        var (exitCode, output, errors) = await Programs.Start("luacheck", ["--std", "lua54", "--no-color", "--no-config", folder.Path]);

        Assert.True(exitCode == 0, output + errors);
    }

    [Fact]
    public async Task Every_snippet_of_guide_and_pages_makes_the_call_of_its_example()
    {
        foreach (var manifest in new[] { ManifestFolder.Library.Check(), ManifestFolder.Missive.Check(), Retexted.Hostile })
        {
            using var folder = new Folder(manifest);
            var script = new List<string> { Host, $"load({folder.Quote($"lua/{manifest.Root.Name}.lua")})\nlocal json = {{ null = {{}} }}\n" };
            var calls = 0;
            foreach (var file in manifest.Render("function-pages").Concat(manifest.Render("guide")))
            {
                foreach (var snippet in Snippets(file.Text))
                {
                    script.Add($"do\n{snippet}\nend\n");
                    calls++;
                }
            }

            var examples = manifest.Groups.SelectMany(g => g.Functions).Sum(f => f.Examples.Count);
            var blocks = manifest.Guide!.Sections.SelectMany(s => s.Content).Where(b => b.Code.Count > 0).ToList();
            script.Add($"assert(count() == {examples + blocks.Sum(b => b.Code.Count)}, count())");
            await Programs.Run("lua5.4", ["-"], string.Concat(script));
            Assert.Equal(examples + blocks.Count, calls);
        }
    }

    private static string Positional(FunctionDefinition function, string member)
    {
        if (function.Parameters.Count == 0)
        {
            return $"assert(not pcall(ns{member}, 'one too many'))";
        }

        var values = string.Join(", ", function.Parameters.Select((_, i) => $"'value {i}'"));
        var checks = string.Concat(function.Parameters.Select((p, i) => $" and arguments{LuaText.Index(p.Name)} == 'value {i}'"));
        return $"ns{member}({values})\n  name, arguments = last()\n  assert(name{checks})\n  assert(not pcall(ns{member}, {values}, 'one too many'))";
    }

    private static async Task Run(Manifest manifest, string script)
    {
        using var folder = new Folder(manifest);
        await Programs.Run("lua5.4", ["-"], $"local before = {{}}\nfor key in pairs(_G) do before[key] = true end\n{Host}local ns = load({folder.Quote($"lua/{manifest.Root.Name}.lua")})\n{script}");
    }

    /// <summary>What a language server reads: every tag with its name and type, in order, and how many lines of each kind there are.</summary>
    private static IEnumerable<string> Tags(string annotations) => annotations.Split('\n').Select(line =>
        line.StartsWith("---@field", StringComparison.Ordinal) || line.StartsWith("---@param", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ').Take(3))
        : line.StartsWith("---@", StringComparison.Ordinal) ? line
        : System.Text.RegularExpressions.Regex.IsMatch(line, @"^---\s*[|@]") ? "--- value"
        : line.StartsWith("--", StringComparison.Ordinal) ? "--"
        : line);

    private static IEnumerable<string> Snippets(string markdown) => Markdig.Markdown.Parse(markdown).OfType<Markdig.Syntax.FencedCodeBlock>().Where(b => b.Info == "lua").Select(b => b.Lines.ToString());

    /// <summary>A folder with the generated Lua of some manifests.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("generated-lua-");

        public Folder(params Manifest[] manifests)
        {
            foreach (var file in manifests.SelectMany(m => m.Render([Rendering.Kind("lua"), Rendering.Kind("lua-annotations")])))
            {
                var path = System.IO.Path.Combine(_folder.FullName, file.Path);
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, new UTF8Encoding(false));
            }
        }

        public string Path => _folder.FullName;

        public string Quote(string path) => LuaText.Literal(System.IO.Path.Combine(_folder.FullName, path));

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
