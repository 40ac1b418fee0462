"""Where notices name a person together with a post, outside appointments and rosters."""
