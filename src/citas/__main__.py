"""The command `citas`: settings, then bootstrap, then what was asked."""

import sys

from citas.adapters.cli.app import build_app
from citas.adapters.cli.usage import run_command
from citas.bootstrap import wiring
from citas.settings import SettingsError


def main() -> None:
    """Run the command line; a configuration that cannot be ends it with 2 and a sentence for each fault."""
    try:
        sys.exit(run_command(build_app(wiring), sys.argv[1:]))
    except SettingsError as exc:
        sys.stderr.write("".join(f"{problema}\n" for problema in exc.problemas))
        sys.exit(2)


if __name__ == "__main__":
    main()
