namespace SummaryBot.Discord.Interactions;

/// <summary>How an interaction is acknowledged, before anything slow begins.</summary>
internal enum FirstAnswer
{
    /// <summary>The handler answers at once: suggestions, or a form to fill in.</summary>
    None,

    /// <summary>"Is thinking…", for the person alone.</summary>
    Private,

    /// <summary>"Is thinking…", for everybody.</summary>
    Public,

    /// <summary>Public where the option <c>show</c> is set, else private.</summary>
    PrivateUnlessShown,

    /// <summary>The clicked message changes.</summary>
    Update,
}
