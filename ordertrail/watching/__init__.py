"""What `ordertrail.watch` needs besides the intake: being woken up, being the only one, and stopping well."""
