using YamlDotNet.Core;

// The least that any generator has to do: read every YAML file of a folder as events.
var events = 0;
foreach (var path in Directory.EnumerateFiles(args[0], "*.yaml", SearchOption.AllDirectories))
{
    var parser = new Parser(new StringReader(File.ReadAllText(path)));
    while (parser.MoveNext())
    {
        events++;
    }
}

Console.WriteLine(events);
