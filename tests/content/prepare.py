"""Makes the prepared form of the rules, their texts and all words anew. Run by hand after any of them was changed:

python -m tests.content.prepare
"""

from massage_companion.companion.words import LANGUAGES
from massage_companion.storage.content import rule_files, strict_rules, strict_texts, text_files
from massage_companion.storage.prepared_form import FOLDER, SUFFIX, prepared
from massage_companion.storage.resource_files import resources
from massage_companion.storage.words import strict_words, word_files


def every_prepared() -> dict[str, bytes]:
    """All files of the prepared form by name, from the TOML files as they are now."""
    files = rule_files()
    rules = strict_rules(files)
    made = {"rules": prepared(files, rules)}
    for language in LANGUAGES:
        texts, words = text_files(language), word_files(language)
        made[f"texts-{language}"] = prepared(texts, strict_texts(language, texts, rules))
        made[f"words-{language}"] = prepared(words, strict_words(words))
    return {f"{name}{SUFFIX}": content for name, content in made.items()}


def write_prepared() -> None:
    """Put them in their place."""
    folder = resources() / FOLDER
    folder.mkdir(exist_ok=True)
    for name, content in every_prepared().items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    write_prepared()
