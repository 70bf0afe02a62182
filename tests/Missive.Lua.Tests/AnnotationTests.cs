using System.Runtime.CompilerServices;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class AnnotationTests
{
    [Fact]
    public void EditorsKnowEveryGlobalOfTheHost()
    {
        var annotations = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../generated/lua/library/missive.lua"));
        var names = Script.Output("""
            local own = { "dump" }
            for _, library in ipairs({ "docs", "json", "regex", "time" }) do
              for name, value in pairs(_G[library]) do
                own[#own + 1] = type(value) == "function" and library .. "." .. name or nil
              end
            end
            print(table.concat(own, "\n"))
            """).Split('\n');

        Assert.Equal(14, names.Length);
        Assert.All(names, name => Assert.Contains($"\nfunction {name}(", annotations, StringComparison.Ordinal));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
