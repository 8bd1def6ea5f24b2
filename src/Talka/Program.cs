using Talka;

return await TalkaCommandLine.RunAsync(args);
