using System.Diagnostics;

/// <summary>Loaded into the bot by DOTNET_STARTUP_HOOKS: kills it with SIGKILL when it starts or ends a step, as <c>KILL_AT=outbox.send:stop</c> says.</summary>
#pragma warning disable CA1050, MA0047 // the runtime looks for a type without a namespace
internal static class StartupHook
#pragma warning restore CA1050, MA0047
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("KILL_AT")?.Split(':') is not [var step, var moment])
        {
            return;
        }

        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "SummaryBot",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => KillIf(activity.OperationName == step && moment == "start"),
            ActivityStopped = activity => KillIf(activity.OperationName == step && moment == "stop"),
        });
    }

    private static void KillIf(bool now)
    {
        if (now)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
