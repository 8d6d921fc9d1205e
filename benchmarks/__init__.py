"""What is measured of Mắt Thần, and with what: nothing here is part of what Home Assistant installs."""
