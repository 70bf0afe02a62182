using System.Collections.Immutable;

namespace Kosmo.Completion;

/// <summary>The scripts by which shells ask kosmo how to complete.</summary>
internal static class ShellScripts
{
    private const string Bash = """
        # Completion of kosmo for bash.
        _kosmo() {
          COMPREPLY=()
          local candidate
          while IFS= read -r candidate; do
            COMPREPLY+=("$candidate")
          done < <("${COMP_WORDS[0]}" completion:suggest line -- "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null)
          # A flag that ends in = goes on with its value.
          if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then
            compopt -o nospace 2>/dev/null
          fi
        }
        complete -F _kosmo kosmo

        """;

    private const string Zsh = """
        #compdef kosmo
        # Completion of kosmo for zsh.
        _kosmo() {
          local line value text
          local -a values texts open opentexts
          while IFS= read -r line; do
            value=${line%%$'\t'*}
            text=${line#*$'\t'}
            [[ $text == $value ]] || text="$value  -- $text"
            if [[ $value == *= ]]; then
              open+=("$value"); opentexts+=("$text")
            else
              values+=("$value"); texts+=("$text")
            fi
          done < <("${(Q)words[1]}" completion:suggest words -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)
          (( ${#values} )) && compadd -l -d texts -a values
          (( ${#open} )) && compadd -S '' -l -d opentexts -a open
        }
        compdef _kosmo kosmo

        """;

    private const string Fish = """
        # Completion of kosmo for fish.
        function __kosmo_suggest
            set -l words (commandline -opc)
            set -l program $words[1]
            set -e words[1]
            $program completion:suggest words -- $words (commandline -ct) 2>/dev/null
        end
        complete -c kosmo -f -a '(__kosmo_suggest)'

        """;

    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish"];

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    };
}
