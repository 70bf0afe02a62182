using Kosmo.CommandLine;

return await Application.RunAsync(args).ConfigureAwait(false);
