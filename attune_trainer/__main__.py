"""`python -m attune_trainer`: the same commands as `attune-trainer`."""

from __future__ import annotations

from attune_trainer.cli import main

if __name__ == "__main__":
    main()
