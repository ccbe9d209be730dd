"""The program: joins the rooms and touches the world."""
