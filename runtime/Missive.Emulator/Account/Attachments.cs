using System.Text.Json.Nodes;
using Missive.Emulator.Answers;
using Missive.Emulator.Bodies;

namespace Missive.Emulator.Account;

/// <summary>Turns uploaded files into the attachments that answers show.</summary>
internal static class Attachments
{
    /// <summary>Refuses files whose content is not base64, before anything is stored.</summary>
    public static void Check(JsonObject item, string path)
    {
        foreach (var file in item.Objects("attachments"))
        {
            if (file.Text("base64_data") is { } data && !Convert.TryFromBase64String(data, new byte[data.Length], out _))
            {
                throw ApiRefusalException.Unprocessable($"{path}.attachments: base64_data of '{file.Text("filename")}' is not base64");
            }
        }
    }

    public static JsonArray Store(AccountState account, JsonObject item) =>
        new([.. item.Objects("attachments").Select(file => Store(account, file.Text("filename")!, file.Text("base64_data")!))]);

    public static JsonObject Store(AccountState account, string filename, string base64)
    {
        var id = account.Ids.Next("attachment");
        var extension = Path.GetExtension(filename).TrimStart('.').ToLowerInvariant();
        var (media, sub) = extension switch
        {
            "png" or "gif" or "jpeg" => ("image", extension),
            "jpg" => ("image", "jpeg"),
            "txt" => ("text", "plain"),
            "pdf" => ("application", "pdf"),
            _ => ("application", "octet-stream"),
        };
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = filename,
            ["extension"] = extension,
            ["url"] = $"https://files.example.test/{id}/{Uri.EscapeDataString(filename)}",
            ["media_type"] = media,
            ["sub_type"] = sub,
            ["size"] = Convert.FromBase64String(base64).Length,
        };
    }
}
