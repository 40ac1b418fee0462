"""A bed of notices of our own making: templates with known facts, in the layouts and with the damage of real files."""
