"""How a person grows: attempts become a DataFrame, then one statistic a file with its sentence, chart and table."""
