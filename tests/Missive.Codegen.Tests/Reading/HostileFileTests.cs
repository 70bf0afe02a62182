using System.Text;
using Missive.Codegen.Model;
using Missive.Codegen.Reading;
using Missive.Codegen.Tests.Fixtures;
using Xunit;

namespace Missive.Codegen.Tests.Reading;

/// <summary>Files that nobody writes in good faith. Each is read, or refused with a diagnostic; none throws, and none takes long.</summary>
public sealed class HostileFileTests
{
    private const int Full = ManifestReader.MaxFileSize;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Files by name, and the rule that refuses each.</summary>
    private static readonly Dictionary<string, (Func<byte[]> Content, string Rule)> Refused = new()
    {
        ["empty"] = (() => [], "MSV011"),
        ["only a byte order mark"] = (() => [0xEF, 0xBB, 0xBF], "MSV011"),
        ["only line ends"] = (() => Text("\n\r\n\r\n"), "MSV011"),
        ["only comments"] = (() => Text("# one\n# two\n"), "MSV011"),
        ["only a document mark"] = (() => Text("---\n"), "MSV011"),
        ["two documents"] = (() => Text("group: tasks\nfunctions: []\n---\ngroup: tasks\nfunctions: []\n"), "MSV011"),
        ["a list"] = (() => Text("- group: tasks\n"), "MSV009"),
        ["a text"] = (() => Text("group\n"), "MSV009"),
        ["Latin-1"] = (() => [.. Text("group: t"), 0xE4, .. Text("sks\n")], "MSV003"),
        ["an overlong encoding"] = (() => [.. Text("group: "), 0xC0, 0xAF], "MSV003"),
        ["a surrogate as UTF-8"] = (() => [.. Text("group: "), 0xED, 0xA0, 0x80], "MSV003"),
        ["a truncated character"] = (() => [.. Text("group: "), 0xE2, 0x82], "MSV003"),
        ["UTF-16 with a byte order mark"] = (() => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("group: tasks\n")], "MSV003"),
        ["UTF-16 without one"] = (() => Encoding.Unicode.GetBytes("group: tasks\n"), "MSV003"),
        ["UTF-32"] = (() => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes("group: tasks\n")], "MSV003"),
        ["a NUL within a text"] = (() => Text("group: tasks\nfunctions: []\n\0hidden: true\n"), "MSV003"),
        ["binary"] = (() => [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 7))], "MSV003"),
        ["an escape character"] = (() => Text("group: \u001b[2J\n"), "MSV001"),
        ["a delete character"] = (() => Text("group: ta\u007fsks\n"), "MSV001"),
        ["tabs for indentation"] = (() => Text("group: tasks\nfunctions:\n\t- name: get_task\n"), "MSV001"),
        ["a duplicate key"] = (() => Text("group: tasks\ngroup: tasks\nfunctions: []\n"), "MSV006"),
        ["an anchor"] = (() => Text("group: &name tasks\nfunctions: []\n"), "MSV005"),
        ["an alias"] = (() => Text("group: *name\nfunctions: []\n"), "MSV005"),
        ["a merge key"] = (() => Text("group: tasks\n<<: {functions: []}\n"), "MSV005"),
        ["a local tag"] = (() => Text("group: !secret tasks\nfunctions: []\n"), "MSV005"),
        ["a core tag"] = (() => Text("group: !!binary dGFza3M=\nfunctions: []\n"), "MSV005"),
        ["a billion laughs"] = (() => Text(BillionLaughs()), "MSV005"),
        ["an unknown directive"] = (() => Text("%YAML 9.9\n---\ngroup: tasks\n"), "MSV001"),
        ["an unterminated double-quoted text"] = (() => Text("group: \"tasks\nfunctions: []\n"), "MSV001"),
        ["an unterminated single-quoted text"] = (() => Text("group: 'tasks\nfunctions: []\n"), "MSV001"),
        ["an unterminated list"] = (() => Text("group: tasks\nfunctions: [\n"), "MSV001"),
        ["an unterminated mapping"] = (() => Text("group: tasks\nfunctions: [{name: a\n"), "MSV001"),
        ["a bracket too many"] = (() => Text("group: tasks\nfunctions: []]\n"), "MSV001"),
        ["a lone surrogate as an escape"] = (() => Text("group: \"\\uD800\"\nfunctions: []\n"), "MSV001"),
        ["an escape beyond Unicode"] = (() => Text("group: \"\\UFFFFFFFF\"\nfunctions: []\n"), "MSV001"),
        ["a mapping as a key"] = (() => Text("? {a: b}\n: c\ngroup: tasks\nfunctions: []\n"), "MSV009"),
        ["a byte more than allowed"] = (() => Text("group: tasks\nfunctions: []\n#".PadRight(Full, '#') + "\n"), "MSV002"),
        ["100,000 lists within each other"] = (() => Text("functions: " + new string('[', 100_000) + new string(']', 100_000)), "MSV004"),
        ["100,000 mappings within each other"] = (() => Text("functions: " + Repeat("{a: ", 100_000) + "b" + new string('}', 100_000)), "MSV004"),
        ["100,000 block lists within each other"] = (() => Text("functions:\n" + Repeat("- ", 100_000) + "b\n"), "MSV004"),
        ["1,000 block mappings within each other"] = (() => Text(Indented(1_000)), "MSV004"),
        ["nothing but ["] = (() => Text(new string('[', Full)), "MSV009"),
        ["nothing but {"] = (() => Text(new string('{', Full)), "MSV009"),
        ["nothing but ]"] = (() => Text(new string(']', Full)), "MSV001"),
        ["nothing but '- '"] = (() => Text(Repeat("- ", Full / 2)), "MSV009"),
        ["nothing but '? '"] = (() => Text(Repeat("? ", Full / 2)), "MSV009"),
        ["nothing but 'a: '"] = (() => Text(Repeat("a: ", Full / 3)), "MSV001"),
        ["nothing but ': '"] = (() => Text(Repeat(": ", Full / 2)), "MSV001"),
        ["nothing but '\"'"] = (() => Text(new string('"', Full)), "MSV001"),
        ["nothing but \"'\""] = (() => Text(new string('\'', Full)), "MSV009"),
        ["nothing but '!'"] = (() => Text(new string('!', Full)), "MSV005"),
        ["nothing but '&'"] = (() => Text(new string('&', Full)), "MSV005"),
        ["nothing but '*'"] = (() => Text(new string('*', Full)), "MSV005"),
        ["nothing but '%'"] = (() => Text(new string('%', Full)), "MSV001"),
        ["nothing but '|'"] = (() => Text(new string('|', Full)), "MSV001"),
        ["nothing but '#'"] = (() => Text(new string('#', Full)), "MSV011"),
        ["nothing but blanks"] = (() => Text(new string(' ', Full)), "MSV011"),
        ["nothing but tabs"] = (() => Text(new string('\t', Full)), "MSV011"),
        ["nothing but line ends"] = (() => Text(new string('\n', Full)), "MSV011"),
        ["nothing but document marks"] = (() => Text(Repeat("---\n", Full / 4)), "MSV011"),
        ["nothing but letters"] = (() => Text(new string('a', Full)), "MSV009"),
        ["nothing but commas in a list"] = (() => Text("[" + new string(',', Full - 1)), "MSV001"),
        ["nothing but one repeated key"] = (() => Text(Repeat("a:\n", Full / 3)), "MSV006"),
        ["nothing but different keys"] = (() => Text(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"k{i}:\n"))), "MSV007"),
        ["a block text in every line"] = (() => Text(Repeat("a: |\n b\n", Full / 8)), "MSV006"),
        ["a key of 900,000 characters"] = (() => Text(new string('k', 900_000) + ": 1\ngroup: tasks\nfunctions: []\n"), "MSV001"),
        ["a quoted key of 900,000 characters"] = (() => Text('"' + new string('k', 900_000) + "\": 1\ngroup: tasks\nfunctions: []\n"), "MSV001"),
        ["an explicit key of 900,000 characters"] = (() => Text("? " + new string('k', 900_000) + "\n: 1\ngroup: tasks\nfunctions: []\n"), "MSV007"),
        ["a name of 900,000 characters"] = (() => Text("group: " + new string('t', 900_000) + "\nfunctions: []\n"), "MSV010"),
        ["half a million empty lists"] = (() => Text("group: tasks\nfunctions: [" + Repeat("[],", 300_000) + "]\n"), "MSV009"),
        ["deep indentation without end"] = (() => Text("group:\n" + string.Concat(Enumerable.Range(1, 1_300).Select(i => new string(' ', i) + "a:\n"))), "MSV009"),
    };

    public static TheoryData<string> RefusedFiles => [.. Refused.Keys];

    [Theory]
    [MemberData(nameof(RefusedFiles))]
    public async Task AHostileFileIsRefusedWithADiagnosticOfItsRule(string name)
    {
        var (content, rule) = Refused[name];
        var bytes = content();

        var read = await Read(bytes);

        Assert.Contains(rule, read.Diagnostics.Select(d => d.Rule.Id));
        Assert.True(read.Diagnostics.Count <= 500, $"{read.Diagnostics.Count} diagnostics.");
        FilePlaces.AssertInside(read, bytes);
        Assert.All(read.Diagnostics, d => Assert.True(d.Message.Length < 2_000 && !d.Message.Any(char.IsControl), d.Message));
    }

    private static Task<ReadFile> Read(byte[] bytes) =>
        Task.Run(() => ManifestReader.Read("functions/tasks.yaml", bytes), TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Indented(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(i => new string(' ', i) + (i == 0 ? "functions:\n" : "a:\n")));

    private static string BillionLaughs() =>
        "a: &a [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n"
        + string.Concat(Enumerable.Range('b', 8).Select(c => $"{(char)c}: &{(char)c} [{string.Join(", ", Enumerable.Repeat("*" + (char)(c - 1), 9))}]\n"));
}
