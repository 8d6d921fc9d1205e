"""`python -m mat_than_hub`."""

from .cli import main

if __name__ == "__main__":
    main()
