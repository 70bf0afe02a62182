using System.CommandLine;
using Missive.Benchmarks;
using Missive.Benchmarks.Harness;
using Missive.Benchmarks.Loopback;

var parts = new Option<string[]>("--parts", "-p")
{
    Description = $"What to measure: {string.Join(", ", Benchmark.PartNames)}.",
    DefaultValueFactory = _ => [.. Benchmark.PartNames],
    AllowMultipleArgumentsPerToken = true,
};
parts.AcceptOnlyFromAmong([.. Benchmark.PartNames]);
var sizes = new Option<int[]>("--sizes", "-s")
{
    Description = "Numbers of functions for the parts that take several.",
    DefaultValueFactory = _ => [43, 500, 5000],
    AllowMultipleArgumentsPerToken = true,
};
var pairs = new Option<int>("--pairs", "-n")
{
    Description = "How many pairs to measure in alternation; fewer than 15 tell little.",
    DefaultValueFactory = _ => 15,
};
var write = new Option<string?>("--write-manifest")
{
    Description = "Measure nothing; write the synthetic manifest of the first size into this folder, to look at or to profile with.",
};
var root = new RootCommand("Measures the generator and the runtime: ratios within one run, medians of pairs in alternation.") { parts, sizes, pairs, write };
root.SetAction(parsed =>
{
    var settings = new Settings(parsed.GetRequiredValue(sizes), parsed.GetRequiredValue(pairs));
    if (parsed.GetValue(write) is { } folder)
    {
        Missive.Benchmarks.Synthetic.SyntheticManifest.Create(settings.Sizes[0]).WriteTo(folder);
        return;
    }

    Benchmark.Run(parsed.GetRequiredValue(parts), settings, Console.Out);
});
var serve = new System.CommandLine.Command(LoopbackServer.Command, "Answers the calls of the part 'call'.") { Hidden = true };
serve.SetAction(_ => LoopbackServer.Serve());
root.Add(serve);
var part = new Argument<string>("part");
var ownPairs = new Argument<int>("pairs");
var own = new System.CommandLine.Command(OwnProcess.Command, "Measures one part and writes its rows as JSON.") { part, ownPairs };
own.Hidden = true;
own.SetAction(parsed => Benchmark.RunOwn(parsed.GetRequiredValue(part), new Settings([], parsed.GetRequiredValue(ownPairs)), Console.Out));
root.Add(own);
return root.Parse(args).Invoke();
