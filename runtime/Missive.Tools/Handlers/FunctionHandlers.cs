using Missive.Codegen.Runtime;

namespace Missive.Tools;

/// <summary>Finds what carries out a function's calls: the handler that its definition names, else what fits its kind.</summary>
internal static class FunctionHandlers
{
    private static readonly RegularFunction Regular = new();
    private static readonly CursorListFunction CursorList = new();
    private static readonly OffsetListFunction OffsetList = new();

    private static readonly Dictionary<string, FunctionHandler> ByName = new(StringComparer.Ordinal)
    {
        ["list_conversations"] = new ListConversations(),
        ["get_conversation"] = new GetConversation(),
        ["merge_conversation"] = new MergeConversation(),
        ["create_comment"] = new CreateComment(),
        ["create_post"] = new CreatePost(),
        ["list_tasks"] = new ListTasks(),
        ["create_task"] = new CreateTask(),
        ["update_task"] = new UpdateTask(),
        ["get_current_user"] = new GetCurrentUser(),
        ["list_contacts"] = new ListContacts(),
        ["create_contacts"] = new CreateContacts(),
        ["list_contact_groups"] = new ListContactGroups(),
        ["get_analytics_report"] = new GetAnalyticsReport(),
        ["list_hooks"] = new ListHooks(),
        ["api_get"] = new ApiRequest(),
        ["api_post"] = new ApiRequest(),
        ["api_patch"] = new ApiRequest(),
        ["api_delete"] = new ApiRequest(),
    };

    /// <summary>The names of all handlers.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static FunctionHandler For(ToolDefinition definition) => definition switch
    {
        { Handler: { } name } => ByName.TryGetValue(name, out var handler)
            ? handler
            : throw new InvalidOperationException($"{definition.Name} names the handler '{name}', which does not exist."),
        { Paging: null } => Regular,
        { Paging.Style: PagingStyle.Cursor } => CursorList,
        _ => OffsetList,
    };
}
