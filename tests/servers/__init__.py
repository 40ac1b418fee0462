"""Real database servers for the tests marked `server`: fetched once, started here, stopped by process id."""
