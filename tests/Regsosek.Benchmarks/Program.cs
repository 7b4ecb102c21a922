using System.CommandLine;
using Regsosek.Benchmarks;

// floor serves what the hub serves, by hand; run drives both with wrk and writes the records; log measures what
// the access log costs; classify what a run takes; export what an export takes; list what a list takes; past makes a past to read. eng/bench.sh calls them.
return await new RootCommand("Speed of the hub as ratios to a hand-written floor, measured in one run.")
{
    Floor.Command(), Run.Command(), LogCost.Command(), LogFill.Command(), Past.Command(), ClassifyCost.Command(), ExportCost.Command(), ListCost.Command(),
}.Parse(args).InvokeAsync();
