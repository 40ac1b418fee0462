"""What is given a second name: the words before 以下简称."""
