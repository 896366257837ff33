"""A language model behind the Interpreter port: any endpoint that speaks OpenAI's chat completions."""
