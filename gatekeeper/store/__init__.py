"""What we remember: tables, migrations, and the bench, the one transaction for a batch of cases."""
