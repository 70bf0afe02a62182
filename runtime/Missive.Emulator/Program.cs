using Missive.Emulator.CommandLine;

return await EmulatorCommand.Create().Parse(args).InvokeAsync(EmulatorCommand.ConfigurationFor(args)).ConfigureAwait(false);
