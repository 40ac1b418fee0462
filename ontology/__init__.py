"""The Turtle files of the ontology, as package data."""
