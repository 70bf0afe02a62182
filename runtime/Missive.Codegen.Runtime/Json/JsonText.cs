using System.Text.Encodings.Web;

namespace Missive.Codegen.Runtime;

/// <summary>Pieces of JSON text.</summary>
internal static class JsonText
{
    public static string Quote(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";
}
