using Missive.Emulator.CommandLine;

return await EmulatorCommand.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
