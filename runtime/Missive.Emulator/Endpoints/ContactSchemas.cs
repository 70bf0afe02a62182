using System.Text.Json.Nodes;
using Missive.Emulator.Bodies;

namespace Missive.Emulator.Endpoints;

/// <summary>What contacts take (official). Every info needs a label from a list of its kind.</summary>
internal static class ContactSchemas
{
    private static readonly Dictionary<string, string[]> LabelsOfKind = new(StringComparer.Ordinal)
    {
        ["email"] = ["home", "work", "personal", "other"],
        ["phone_number"] = ["main", "mobile", "home", "work", "home_fax", "work_fax", "other_fax", "pager", "other"],
        ["twitter"] = ["work", "personal", "other"],
        ["facebook"] = ["work", "personal", "other"],
        ["physical_address"] = ["work", "home", "other"],
        ["url"] = ["homepage", "profile", "blog", "work", "personal", "other"],
        ["custom"] = ["other"],
    };

    private static readonly string[] AddressParts =
        ["street", "extended_address", "city", "region", "postal_code", "po_box", "country"];

    private static readonly BodySchema Info = new(
        [
            BodyField.Choice("kind", [.. LabelsOfKind.Keys]).Required(),
            BodyField.Text("label").Required(),
            BodyField.Text("custom_label"),
            BodyField.Text("value"),
            BodyField.Text("name"),
            .. AddressParts.Select(part => BodyField.Text(part)),
        ],
        LabelFitsKind,
        item => NeededBy(item.Text("kind")!) is { } needed && string.IsNullOrEmpty(item.Text(needed))
            ? $"'{needed}' is required for kind '{item.Text("kind")}'"
            : null,
        BodyRules.OnlyWith("label", "other", "custom_label"),
        BodyRules.OnlyWith("kind", "physical_address", AddressParts));

    private static readonly BodySchema Membership = new(
        [
            BodyField.Nested("group", new BodySchema(
            [
                BodyField.Choice("kind", "organization", "group").Required(),
                BodyField.Text("name").Required(),
            ])).Required(),
            BodyField.Text("title"),
            BodyField.Text("department"),
            BodyField.Text("location"),
            BodyField.Text("description"),
        ],
        item => new[] { "title", "department", "location", "description" }.FirstOrDefault(item.ContainsKey) is { } text
            && item["group"]!.AsObject().Text("kind") != "organization"
                ? $"'{text}' goes only with a group of kind 'organization'"
                : null);

    private static readonly BodyField[] Optional =
    [
        .. new[]
        {
            "first_name", "last_name", "middle_name", "phonetic_first_name", "phonetic_last_name", "phonetic_middle_name",
            "prefix", "suffix", "nickname", "file_as", "notes", "gender",
        }.Select(name => BodyField.Text(name)),
        BodyField.Flag("starred"),
        BodyField.NestedList("infos", Info),
        BodyField.NestedList("memberships", Membership),
    ];

    public static BodySchema New { get; } = new([BodyField.Text("contact_book").Required(), .. Optional]);

    public static BodySchema Changes { get; } = new([BodyField.Text("id").Required(), BodyField.Text("contact_book"), .. Optional]);

    private static string? LabelFitsKind(JsonObject item)
    {
        var labels = LabelsOfKind[item.Text("kind")!];
        return labels.Contains(item.Text("label"), StringComparer.Ordinal)
            ? null
            : $"'label' of kind '{item.Text("kind")}' must be one of {string.Join(", ", labels)}";
    }

    private static string? NeededBy(string kind) => kind switch
    {
        "facebook" => "name",
        "physical_address" => null,
        _ => "value",
    };
}
