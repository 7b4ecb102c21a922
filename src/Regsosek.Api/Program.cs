using Regsosek.Api;

await Hub.Build(args).RunAsync();
